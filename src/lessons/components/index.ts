/** What a lesson's MDX may use. */
import Code from './Code.astro';
import Lead from './page/Lead.astro';
import Recap from './page/Recap.astro';
import Open from './presses/Open.astro';
import Prove from './presses/Prove.astro';
import Run from './presses/Run.astro';
import Sql from './presses/Sql.astro';
import Line from './questions/Line.astro';
import Option from './questions/Option.astro';
import Quiz from './questions/Quiz.astro';
import Right from './questions/Right.astro';
import Wrong from './questions/Wrong.astro';
import GuideSays from './shown/GuideSays.astro';
import Lost from './shown/Lost.astro';
import Mark from './shown/Mark.astro';
import Output from './shown/Output.astro';
import RunShows from './shown/RunShows.astro';
import Truth from './shown/Truth.astro';
import Hint from './steps/Hint.astro';
import Say from './steps/Say.astro';
import Step from './steps/Step.astro';
import Steps from './steps/Steps.astro';

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
