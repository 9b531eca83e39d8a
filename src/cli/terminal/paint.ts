import { styleText } from 'node:util';
import type { Severity } from '../../record/finding.js';

/** Writes text with weight and colour, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly alarm: (text: string) => string;
  readonly good: (text: string) => string;
}

const COLOURS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;
const plain = (text: string): string => text;

/** Colours where `enabled`, plain text otherwise. */
export function paint(enabled: boolean): Paint {
  if (!enabled) return { bold: plain, soft: plain, severity: (_, text) => text, alarm: plain, good: plain };
  return {
    bold: (text) => styleText('bold', text),
    soft: (text) => styleText('dim', text),
    severity: (severity, text) => styleText(COLOURS[severity], text),
    alarm: (text) => styleText(['bold', 'red'], text),
    good: (text) => styleText('green', text),
  };
}
