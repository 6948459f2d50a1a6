// What a Chinese sentence must not hold. No tests.

/** Names of persons, programs, methods and statistics that stay Latin. */
const LATIN = /Cronbach|McDonald|Bartlett|Kaiser|Welch|Levene|Tucker|Durbin|Watson|Breusch|Pagan|Kruskal|Wallis|Anderson|Rubin|Heywood/gu;

/** A sentence without what stands in backquotes and in quotation marks of either kind, and without addresses. */
const bare = (text: string): string => text.replaceAll(/`[^`]*`|“[^”]*”|"[^"]*"|^[\w.]+\([\w., ]*\)$/gu, '□');

/** Runs of two Latin words, and punctuation of half width beside Chinese. */
export function wrongSigns(text: string): readonly string[] {
  const plain = bare(text).replaceAll(LATIN, '□');
  return [
    ...(plain.match(/(?<![\p{L}\d_.])[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}/gu) ?? []),
    ...(plain.match(/\p{Script=Han}[,;:!?()]|[,;:!?]\p{Script=Han}|[()]\p{Script=Han}/gu) ?? []),
    ...(plain.match(
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| [，。：；（）、]|[，。：；（）、“] |\p{Script=Han} \p{Script=Han}/gu,
    ) ?? []),
  ];
}
