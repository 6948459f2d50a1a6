// The study that the examples of this folder share.
import { spec } from '../names/example.ts';

export { files } from '../names/example.ts';

const items = `number age
category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement
`;

/** `index`: the number rests on an index too. */
export const robust = (alternatives: string, index = false): string =>
  spec(
    index
      ? `${items}
index score {
  of a, b, c, d
}
regression r { explain score  by age }
robustness choices of r.score.b(age) {
  ${alternatives}
}`
      : `${items}
regression r { explain a  by b, age }
robustness choices of r.a.b(age) {
  ${alternatives}
}`,
  );
