/** Somebody was asked to sign and did not: nothing was sent, and there is nothing to say. */
export class NotSigned extends Error {}
