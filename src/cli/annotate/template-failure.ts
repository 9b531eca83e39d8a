import type { TemplateError } from '../../report/note/template-error.js';
import { CliError, EXIT } from '../exit.js';
import type { CliMessages } from '../messages/messages.js';
import { nearest } from '../nearest.js';

/** What is wrong with an office's template, where, and what could stand there. */
export function templateFailure(error: TemplateError, say: CliMessages): CliError {
  const { problem, file, found, place, known } = error;
  const lines = [`${file}: ${say.annotate.template[problem](found)}`];
  if (place !== null) lines.push(say.annotate.templatePlace(place.part, place.paragraph, place.text));
  if (problem === 'unknown-field') {
    const near = nearest(found, known);
    lines.push(near === null ? say.annotate.templateKnown(known.join(', ')) : say.didYouMean(`{{${near}}}`));
  }
  return new CliError(lines.join('\n'), EXIT.usage, { cause: error });
}
