// Parts of sentences as facts: which role a name plays, what was wanted in a place, what a mend does. A union each; the words of every
// member are in words/en/phrases.ts, where a forgotten one does not compile.
import type { FileRefusal } from './data-phrases.ts';
import type { ArgumentKind } from '../contract/declared-quantity.ts';

/** What a name is needed as. */
export type Role =
  | {
      readonly is:
        | 'compared by'
        | 'correlated by'
        | 'groups'
        | 'outcome'
        | 'predictor'
        | 'item'
        | 'member'
        | 'component'
        | 'marker'
        | 'mediator';
      readonly of: string;
    }
  | { readonly is: 'factors' | 'factor of' | 'member of'; readonly of: string }
  | { readonly is: 'factor' | 'tested' | 'composed' | 'mapped' | 'original' | 'left out' | 'with numbers' | 'address' | 'part of address' }
  | { readonly is: 'category' | 'scale' | 'compared study' | 'in the design' | 'hypothesis' }
  | { readonly is: 'grouped by' | 'compared' | 'variance'; readonly of: string }
  | { readonly is: 'operand'; readonly operator: string }
  | { readonly is: 'template'; readonly kind: string }
  | { readonly is: 'like'; readonly name: string };

/** What a declaration would have to be: of a kind, or … */
export type Expected = string | { readonly is: 'with numbers' } | { readonly is: 'component'; readonly of: string };

/** What a file is read as. */
export type FileRole =
  | { readonly is: 'original' | 'printed table' | 'compared study' | 'margins' }
  | { readonly is: 'spec'; readonly reason: FileRefusal };

/** What a sign stands for. */
export type SignRole =
  | 'block'
  | 'text'
  | 'range'
  | 'number'
  | 'open range'
  | 'equality'
  | 'row'
  | 'the list'
  | 'a list'
  | 'name run'
  | 'codes'
  | 'alternatives'
  | 'joined conditions'
  | 'comparison';

/** What can be read in a place. */
export type Wanted =
  | {
      readonly is:
        | 'nothing'
        | 'names'
        | 'value'
        | 'condition'
        | 'heads'
        | 'code'
        | 'cell'
        | 'formula'
        | 'head'
        | 'name'
        | 'number'
        | 'text';
    }
  | {
      readonly is:
        | 'name before label'
        | 'clause or brace'
        | 'one word'
        | 'map clause'
        | 'claim'
        | 'equals code'
        | 'column'
        | 'scale'
        | 'range'
        | 'doi';
    }
  | { readonly is: 'comma' | 'figure' | 'figure, not ns' | 'file and column' | 'file below' | 'columns' | 'function' }
  | { readonly is: 'freed' | 'one category' | 'listwise with wlsmv' }
  | { readonly is: 'nothing after' | 'one value after'; readonly word: string }
  | { readonly is: 'point'; readonly text: string };

/** A part of an entry that would have no effect. */
export type Idle =
  | { readonly is: 'label' | 'second text' | 'column' | 'row' | 'brackets' | 'range end' | 'a label' | 'second item' | 'product' | 'run' }
  | { readonly is: 'formula' | 'limits' | 'needed' }
  | { readonly is: 'behind slash' | 'text' | 'nameless row' | 'second value' }
  | { readonly is: 'sign'; readonly behind: string }
  | { readonly is: 'operator'; readonly sign: string };

/** Why it would have none. */
export type WhyIdle =
  | {
      readonly is:
        | 'one file name'
        | 'from file'
        | 'plain number'
        | 'one seed'
        | 'one version'
        | 'one marker'
        | 'one marking item'
        | 'one name'
        | 'a name';
    }
  | { readonly is: 'belongs to nothing' | 'there is one' | 'codes follow' }
  | { readonly is: 'unlabelled' | 'takes nothing' | 'list of names'; readonly word: string }
  | { readonly is: 'one function'; readonly names: readonly string[] }
  | { readonly is: 'computed' | 'conditional'; readonly name: string | null };

/** What an essential clause says. */
export type Essential =
  | 'compared'
  | 'groups'
  | 'explained'
  | 'explaining'
  | 'mediating'
  | 'deprivations'
  | 'items'
  | 'marker'
  | 'members'
  | 'answers'
  | 'ends'
  | 'number'
  | 'alternatives'
  | 'separator';

/** What is wrong with weights, and what they should be. */
export type WeightFault =
  | { readonly is: 'not composed' | 'no member' | 'twice' | 'not positive'; readonly name: string }
  | { readonly is: 'none'; readonly names: readonly string[] };
export type GivenWeights =
  | { readonly is: 'each' | 'each composed' | 'each member' }
  | { readonly is: 'these'; readonly names: readonly string[] };

/** What is wrong with a table in a file, and what it should hold. */
export type TableFault =
  | { readonly is: 'no table' }
  | { readonly is: 'no column'; readonly name: string; readonly nearest: string | null }
  | { readonly is: 'column is no name'; readonly name: string }
  | { readonly is: 'line begins'; readonly line: number; readonly name: string }
  | { readonly is: 'cell'; readonly text: string; readonly line: number; readonly column: string };
export type TableWanted =
  | { readonly is: 'names and rows' | 'declared names' | 'name first' | 'figure' }
  | { readonly is: 'columns'; readonly names: readonly string[] };

export type Arguments =
  | { readonly is: 'one formula' | 'formulas' | 'formula and base' | 'right side' }
  /** One of these lists; an empty one takes nothing. */
  | { readonly is: 'lists'; readonly lists: readonly (readonly ArgumentKind[])[] };
export type ArgumentsFound =
  | { readonly is: 'brackets' | 'no brackets' | 'empty brackets' | 'run' | 'something else' }
  | { readonly is: 'entries'; readonly count: number }
  /** What the others are held against, where one of these is wanted. */
  | { readonly is: 'first study'; readonly name: string }
  | { readonly is: 'number'; readonly value: number };

/** Of what something is a value. */
export type ValueOf =
  | { readonly is: 'clause'; readonly word: string }
  | { readonly is: 'condition'; readonly name: string }
  | { readonly is: 'function' }
  | { readonly is: 'codes'; readonly of: string };

/** A list in which something stands twice. */
export type MemberList =
  | {
      readonly is:
        | 'predictors'
        | 'outcomes'
        | 'composite'
        | 'index'
        | 'comparison'
        | 'correlations'
        | 'measurement'
        | 'mediators'
        | 'dimension'
        | 'block';
      readonly of: string;
    }
  | { readonly is: 'clause'; readonly word: string };

/** A dimension or a block, by its kind and name. */
export interface NamedGroup {
  readonly kind: string;
  readonly name: string;
}

/** What a code also is: a point of a scale, a code of a level. */
export type Answer =
  | { readonly is: 'point'; readonly low: number; readonly high: number }
  | { readonly is: 'level'; readonly level: string };

/** What a mend does. */
export type Act =
  | { readonly do: 'write' | 'write word' | 'write before' | 'add'; readonly text: string }
  | { readonly do: 'write comma' | 'add comma' | 'write quotes' | 'comment' | 'delete' | 'delete brace' | 'delete mark' | 'delete comma' }
  | { readonly do: 'put implied'; readonly figures: readonly string[] };

/** What stands in another place that belongs to a problem. */
export type Elsewhere =
  | { readonly is: 'declared' | 'first declared'; readonly kind: string }
  | { readonly is: 'needed' | 'first given' | 'first mapped' | 'first accepted' | 'given' | 'dimension' | 'first data block' }
  | { readonly is: 'otherwise'; readonly group: string; readonly name: string }
  | { readonly is: 'marked' | 'guess' | 'reads' | 'has'; readonly name: string }
  | { readonly is: 'answer'; readonly codes: string; readonly answer: Answer };

/** A word that other programs have and the language has not: what to do in its place. */
export type WordElsewhere = 'sheet' | 'weight' | 'stratum';
