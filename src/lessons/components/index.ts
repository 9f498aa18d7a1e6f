/** What a lesson's MDX may use. */
import Code from './Code.astro';
import GuideSays from './GuideSays.astro';
import Hint from './Hint.astro';
import Lead from './Lead.astro';
import Line from './Line.astro';
import Lost from './Lost.astro';
import Mark from './Mark.astro';
import Open from './Open.astro';
import Option from './Option.astro';
import Output from './Output.astro';
import Prove from './Prove.astro';
import Quiz from './Quiz.astro';
import Recap from './Recap.astro';
import Right from './Right.astro';
import Run from './Run.astro';
import RunShows from './RunShows.astro';
import Say from './Say.astro';
import Sql from './Sql.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Truth from './Truth.astro';
import Wrong from './Wrong.astro';

export const LESSON_COMPONENTS = {
  code: Code,
  GuideSays,
  Hint,
  Lead,
  Line,
  Lost,
  Mark,
  Open,
  Option,
  Output,
  Prove,
  Quiz,
  Recap,
  Right,
  Run,
  RunShows,
  Say,
  Sql,
  Step,
  Steps,
  Truth,
  Wrong,
};
