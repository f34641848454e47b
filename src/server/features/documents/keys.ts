/** Made of our own ids alone: nothing that a person typed reaches a path. */
export const documentKey = (school: string, file: string) => `documents/${school}/${file}`
