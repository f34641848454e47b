const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** For `like`: begins with this text, whatever signs are in it; an index can serve it. */
export const beginsWith = (text: string) => `${literal(text)}%`

/** For `like`: has this text anywhere. */
export const contains = (text: string) => `%${literal(text)}%`
