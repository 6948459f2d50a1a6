// What an adapter throws when a case asks for something that the core does not do yet: it is reported, with the reason.

export class Unsupported extends Error {}
