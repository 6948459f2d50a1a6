// A study that uses every clause that changes a number, on made-up answers.
import { tell, execute, type StudyResults } from '@studyspec/core';
import { runProject } from './project.ts';

const wave = (i: number, k: number): number => Math.sin(i * 1.7 + k) + Math.sin(i * 0.31 * k);
const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const answer = (i: number, k: number): number | '' =>
  (i * 7 + k * 5) % 41 === 0 ? '' : Math.max(1, Math.min(5, Math.round(3 + wave(i, 1) + 0.6 * wave(i, k + 2))));
const rows = Array.from({ length: 120 }, (_, i) =>
  [
    `r${i}`,
    ...names.map((_name, k) => (i === 40 && k === 0 ? 55 : answer(i, k))),
    i % 13 === 5 ? '' : 1 + ((i * 3) % 7),
    1 + (i % 2),
    1 + ((i * 7) % 3),
    `s${(i * 11) % 9}`,
    i % 11 === 4 ? '' : 18 + ((i * 13) % 50),
    i % 17 === 3 ? 99 : (i * i) % 23,
  ].join(','),
);
export const everyClauseData = `id,${names.join(',')},g,sex,place,site,age,trips\n${rows.join('\n')}\n`;

export const everyClauseSpec = `study "Every clause" zh "每个子句"
source "Nobody (2024)" doi "10.1000/182"
data "d.csv" { id id  cluster site  missing blank | 99  out of range kept }
scale s 1..5 "no" zh "否" .. "yes" zh "是"
dimension p "First" zh "一" on s { indicator a "A" zh "甲"  indicator b  indicator c reversed }
dimension q on s { indicator d  indicator e  indicator f }
indicator g on 1..7
category sex "Sex" zh "性别" { male = 1  female = 2  reference female }
category place { one = 1  two = 2  three = 3 }
category generation from age { young = ..30  middle = 31..50  old = 51.. }
number age "Age" zh "年龄"
number trips { missing 98 | 99 }
number decade = age / 10
block who of sex, decade
block all of a, b, c, d, e
index i "Index" zh "指数" { of p, q  missing mean  keep 3  rotate varimax  component x marked by a  component y marked by d  compose x, y  \
weight given { x = 3, y = 1 }  rescale 0..100 }
index j { of a, b, d, e  missing listwise  keep eigenvalue > 0.9  rotate quartimax raw  rescale t }
index k { of p, q  missing pairwise  keep variance 60%  rotate none  component k1 marked by b  weight equal  rescale none }
index l { of p, q  keep parallel  weight by explained variance  rescale components 0..10 }
compare m1 "By sex and place" { of i, x, p, a, decade  by sex, place  post_hoc games_howell }
compare m2 { of j  by place  where age > 30 and sex is male  post_hoc holm }
compare m3 { of k, trips  by generation  post_hoc bonferroni }
compare m4 { of l  by place  post_hoc tukey }
regression r1 "Main" zh "主模型" { explain i, x, y  by who, e, sex * g  missing mean  show standardized, b, se, intervals }
regression r2 { explain j, q  by place, decade  where sex is male  show b, intervals  errors hc3 }
regression r3 { explain a  by b, trips  errors cluster site  missing listwise  show standardized, se }
regression r4 { explain g  by b, c, age  missing pairwise  show b }
hypothesis h1 "Positive" { r1.i.beta(e) > 0  i.kmo > i.alpha }
hypothesis h2 { r1.i.beta(who) >= -1 }
report { decimals 2 }
`;

let known: StudyResults | null = null;

export function everyClause(): StudyResults {
  if (known !== null) return known;
  const { results, problems, coded, frame, compiled } = runProject({ 'x.study': everyClauseSpec, 'd.csv': everyClauseData }, 'x.study');
  const errors = problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message);
  if (results === null || errors.length > 0) throw new Error(errors.join('\n'));
  known = execute(compiled.plan!, coded!, frame!);
  return known;
}
