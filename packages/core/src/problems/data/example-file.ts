// The answers of the example study as a Stata file, the smallest of the formats of other programs, with a label of the author's bytes.

const NAMES = ['id', 'happy', 'sex'];
const ANSWERS = [
  [4, 1],
  [5, 2],
  [3, 1],
  [4, 2],
  [2, 1],
  [4, 2],
  [5, 1],
  [3, 2],
  [4, 1],
  [1, 2],
  [4, 1],
  [5, 2],
];

/**
 * Version 114, the last but one that states no encoding; `label` is what the file calls `happy`, `release` another version in its place.
 */
export function exampleStata(label: readonly number[], release = 114): Uint8Array {
  const width = 5;
  const bytes = new Uint8Array(109 + 3 * (1 + 33 + 49 + 33 + 81) + 8 + 5 + ANSWERS.length * width);
  const write = (text: string, at: number): void =>
    bytes.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  bytes.set([release, 2, 1, 0, NAMES.length, 0, ANSWERS.length]);
  bytes.set([3, 251, 251], 109);
  NAMES.forEach((name, at) => {
    write(name, 112 + 33 * at);
    write(at === 0 ? '%3s' : '%8.0g', 112 + 33 * 3 + 8 + 49 * at);
  });
  bytes.set(label, 112 + 33 * 3 + 8 + 49 * 3 + 33 * 3 + 81);
  const data = 112 + 33 * 3 + 8 + 49 * 3 + 33 * 3 + 81 * 3 + 5;
  ANSWERS.forEach(([happy, sex], row) => {
    write(`V${String(row + 1).padStart(2, '0')}`, data + row * width);
    bytes.set([happy!, sex!], data + row * width + 3);
  });
  return bytes;
}

/** `我很满意` (I am content) in GB18030. */
export const GB18030_LABEL = [0xce, 0xd2, 0xba, 0xdc, 0xc2, 0xfa, 0xd2, 0xe2];
