import type { Severity } from '../../record/finding.js';

/** Writes text with weight and colour, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly alarm: (text: string) => string;
  readonly good: (text: string) => string;
}

/** Select Graphic Rendition codes of ECMA-48. */
const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const COLOURS = { error: RED, warning: 33, notice: 36 } as const;

const styled = (code: number | string, text: string): string => `\u001B[${code}m${text}\u001B[0m`;
const plain = (text: string): string => text;

/** Colours where `enabled`, plain text otherwise. */
export function paint(enabled: boolean): Paint {
  if (!enabled) return { bold: plain, soft: plain, severity: (_, text) => text, alarm: plain, good: plain };
  return {
    bold: (text) => styled(BOLD, text),
    soft: (text) => styled(DIM, text),
    severity: (severity, text) => styled(COLOURS[severity], text),
    alarm: (text) => styled(`${BOLD};${RED}`, text),
    good: (text) => styled(GREEN, text),
  };
}
