// What the problems of the audit share, in Chinese: the sentence, its arithmetic, what is wrong for the same cause, and what to do.
import { sentencesOf } from '../../audit-words.ts';
import { chineseAudit } from '../audit/index.ts';
import { zh } from '../text.ts';
import type { AuditFacts } from '../../../problems/audit/facts.ts';

/** So many of the same cause are told whole. */
const TOLD = 3;

export const auditMessage = (facts: AuditFacts): string => {
  const { message, arithmetic } = sentencesOf(facts, chineseAudit);
  const { also } = facts;
  const told = also.slice(0, TOLD).map((one) => sentencesOf(one, chineseAudit).message);
  const more = also.length === 0 ? '' : `同一原因还涉及：${told.join('')}${also.length > TOLD ? `另有 ${also.length - TOLD} 处。` : ''}`;
  return `${message}${arithmetic === '' ? '' : `算式：${arithmetic}`}${more}`;
};

/** Most contradictions are slips of whoever typed the table: the paper comes first. */
export const auditHelp = (facts: AuditFacts): string => {
  const { consistent } = sentencesOf(facts, chineseAudit);
  const different = [...new Set(facts.cells)];
  const shown = different.slice(0, 3).map((cell) => `\`${cell}\``);
  const cells = zh`${shown.join('、')}${different.length > shown.length ? zh`等 ${different.length} 处` : ''}是否按原样录入`;
  const compare = different.length === 0 ? '先与论文核对。' : `先与论文核对：${cells}。`;
  return `${compare}${consistent === '' ? '录入无误的，向作者求证。' : `相容取值：${consistent}`}`;
};
