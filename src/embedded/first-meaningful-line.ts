const LONGEST_LINE = 300;

/** What says nothing about the reason: warnings, stack frames, Java's remarks about its options, empty lines. */
const NOISE = /^(\s*$|\s+at |\[WARN|WARNING|Picked up |OpenJDK .* warning)/;

const LABELS = /^(\[ERROR]|FAILED|Error:|error:)\s*/;

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The line of a program's output that says why it failed, without label and colour, short enough for one line on a screen. */
export function firstMeaningfulLine(output: string): string {
  const lines = output
    .replace(COLOURS, '')
    .split('\n')
    .filter((line) => !NOISE.test(line));
  const line = lines.find((candidate) => LABELS.test(candidate)) ?? lines[0] ?? 'it said nothing';
  const text = line.replace(LABELS, '').trim();
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
}
