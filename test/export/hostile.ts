// A study whose labels, codes and file name would be commands in R, SPSS or Stata if they were not inert. Each would make a file `harmed`.

const harm = [
  '"; file.create("harmed"); "',
  "'; file.create('harmed'); '",
  '\\"); file.create(\\"harmed\\"); (\\"',
  "'. HOST COMMAND=['touch harmed']. '",
  '*/ file.create("harmed") /*',
  '`file.create("harmed")` $HOME %macro !do',
];

export const hostileName = "d;'$(touch harmed)#.csv";
/** The language has no quotes within a text. */
const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;

const labels = [...harm, 'two\\nlines', '中文，“引号”’', '%file.create(`harmed`)%', 'back\\slash\\'];
const label = (at: number): string => quoted(labels[at % labels.length]!);

export const hostileSpec = `study ${label(0)} zh ${label(7)}
data ${quoted(hostileName)} { id id  missing blank | ${label(2)} }
scale s 1..5 ${label(2)} .. ${label(3)}
dimension 维度 ${label(4)} on s { indicator a ${label(5)}  indicator b ${label(6)}  indicator c ${label(8)}  indicator d ${label(9)} }
category g ${label(0)} { one ${label(1)} = ${quoted(harm[1]!)}  two ${label(2)} = ${quoted(harm[3]!)}  三 ${label(3)} = ${quoted('中文')} }
number x ${label(4)}
index i ${label(0)} { of 维度  keep 2  component 成分 ${label(1)} marked by a  component other marked by c }
compare k ${label(2)} { of i, 成分, x  by g }
regression r ${label(3)} { explain i  by g, x }
hypothesis h ${label(4)} { i.kmo > 0 }
`;

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const groups = [harm[1]!, harm[3]!, '中文'];
const scatter = (i: number, k: number): number => ((i * 37 + k * 101 + i * i * (k + 2)) % 97) / 97;
const answer = (i: number, k: number): number => 1 + Math.floor(5 * (0.5 * scatter(i, k < 2 ? 7 : 9) + 0.5 * scatter(i, k)));
export const hostileData = `id,a,b,c,d,g,x\n${Array.from({ length: 60 }, (_, i) =>
  [`r${i}`, ...[0, 1, 2, 3].map((k) => answer(i, k)), cell(groups[i % 3]!), i % 7 === 0 ? cell(labels[2]!) : (i * 13) % 37].join(','),
).join('\n')}\n`;
