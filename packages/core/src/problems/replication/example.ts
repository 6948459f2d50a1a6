// The original that the examples of this folder replicate, and the survey that asked the same with other columns and codes.
const original = `framework "Life in the new village"

scale agreement 1..5 "disagree" .. "agree"

dimension trust "Trust" on agreement {
  indicator t1 "Most people can be trusted"
  indicator t2 "One has to be careful" reversed
  indicator t3 "People help each other"
}

category sex "Sex" {
  male   "Male"   = 1
  female "Female" = 2
}

category age "Age" from years {
  young "Up to 40"  = ..40
  old   "Over 40"   = 41..
}

index trusting "Trust" {
  of   trust
  keep 1
  component trustful marked by t1
}
`;

const answers = `nr,q1,q2,q3,q4,q5,village
1,4,2,5,1,23,A
2,2,5,2,2,35,A
3,5,1,4,1,41,B
4,3,3,3,2,52,B
5,1,4,2,1,64,C
6,4,2,4,2,71,C
7,2,4,1,2,29,A
8,5,1,5,1,38,B
9,3,4,3,2,47,C
10,4,2,3,1,55,A
`;

const villages = `village,households
A,148
B,80
C,212
`;

const replication = `study "The same elsewhere" replicates "original.study"

data "survey.csv" { id nr }

map {
  t1  from q1
  t2  from q2 reversed
  t3  from q3
  sex from q4 { male = 1, female = 2 }
  age from q5 { young = ..40, old = 41.. }
}
`;

/** Replaces each `from` by its `to`; a `from` that is not there is a mistake of ours and throws when the catalogue is loaded. */
function edited(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`replication/example.ts: nothing reads ${from}`);
    return before.replace(from, () => to);
  }, text);
}

export const exampleReplication = (...changes: (readonly [from: string, to: string])[]): string => edited(replication, changes);
export const exampleOriginal = (...changes: (readonly [from: string, to: string])[]): string => edited(original, changes);
export const exampleSurvey = (...changes: (readonly [from: string, to: string])[]): string => edited(answers, changes);
export const exampleVillages = (...changes: (readonly [from: string, to: string])[]): string => edited(villages, changes);

export const files = { 'original.study': original, 'survey.csv': answers, 'villages.csv': villages };
