/** `click` and `typer`: commands as they are declared, and simple ones run. Answers to: click 8.5, typer. */
import { textPackage } from '../text-package.ts';
import { COMMANDS } from './commands.ts';
import { DECORATORS } from './decorators.ts';
import { TYPER } from './typer.ts';
import { VALUES } from './values.ts';

/** Their modules. */
export const CLICK_MODULES = [
  ...textPackage('click', {
    click: VALUES + COMMANDS + DECORATORS,
    'click.testing': '',
    'click.formatting': '',
  }),
  ...textPackage('typer', { typer: TYPER, 'typer.main': '' }),
];
