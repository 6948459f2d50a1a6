// Addresses of the exam that cannot be asked yet, by folder, each list with its reason. One that works fails the test until it leaves this
// list.

export const waiting: Readonly<Record<string, readonly { readonly why: string; readonly addresses: readonly string[] }[]>> = {};
