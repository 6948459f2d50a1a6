// What a report is made of: a small closed set of blocks. Renderers (report/*) turn blocks into text, HTML, JSON …;
// builders (result/tables/*) make blocks of results. Nothing here computes or formats.
import type { QuantityFormat } from '../quantity/quantity.ts';

export interface NumberCell { readonly kind: 'number'; readonly value: number | null; readonly format: QuantityFormat; readonly decimals?: number; readonly stars?: string; readonly address?: string; readonly emphasis?: boolean }
export interface TextCell { readonly kind: 'text'; readonly text: string; readonly indent?: number; readonly emphasis?: boolean; readonly span?: number }
export type Cell = NumberCell | TextCell | null;

export interface TableBlock { readonly kind: 'table'; readonly id: string; readonly title: string; readonly columns: readonly { readonly title: string; readonly align: 'left' | 'number' }[];
  readonly rows: readonly (readonly Cell[])[]; readonly notes: readonly string[] }
export interface NoteBlock { readonly kind: 'note'; readonly tone: 'plain' | 'warning'; readonly text: string }
export interface FigureBlock { readonly kind: 'figure'; readonly id: string; readonly title: string; readonly svg: string; readonly alternative: string; readonly table: TableBlock | null }
export interface SectionBlock { readonly kind: 'section'; readonly id: string; readonly title: string; readonly blocks: readonly Block[] }
export type Block = TableBlock | NoteBlock | FigureBlock | SectionBlock;

export interface ReportDocument { readonly title: string; readonly subtitle: string; readonly language: string; readonly blocks: readonly Block[] }
