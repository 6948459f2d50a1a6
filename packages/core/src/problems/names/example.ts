// The small survey that the examples of this folder share: 24 invented answers to four questions, with sex and age.
export const survey = `id,a,b,c,d,sex,age
1,4,5,4,3,1,23
2,2,2,3,4,2,35
3,5,4,5,2,1,41
4,3,3,2,5,2,52
5,1,2,1,3,1,64
6,4,4,5,4,2,71
7,2,1,2,2,1,29
8,5,5,4,5,2,38
9,3,2,3,1,1,47
10,4,3,4,4,2,55
11,1,1,2,3,1,62
12,3,4,3,5,2,19
13,5,5,5,3,1,27
14,2,3,2,2,2,33
15,4,4,3,4,1,44
16,1,2,1,1,2,58
17,3,3,4,5,1,66
18,5,4,4,2,2,74
19,2,2,1,4,1,31
20,4,5,5,3,2,39
21,3,3,3,2,1,48
22,1,1,1,5,2,57
23,5,5,4,4,1,69
24,2,2,2,3,2,22
`;

/** A spec on that survey: header, data block and scale, then what the example is about. */
export function spec(body: string): string {
  return `study "Example"\n\ndata "survey.csv" {\n  id id\n}\n\nscale agreement 1..5\n\n${body}\n`;
}

export const files = { 'survey.csv': survey };
