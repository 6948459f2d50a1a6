// Words for a union of facts: one for each member.
export type Sayings<U extends { readonly is: string }> = { readonly [Key in U['is']]: (facts: Extract<U, { readonly is: Key }>) => string };

export function say<U extends { readonly is: string }>(sayings: Sayings<U>, facts: U): string {
  const saying = sayings[facts.is as U['is']] as (facts: U) => string;
  return saying(facts);
}
