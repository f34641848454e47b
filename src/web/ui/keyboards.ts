/** For what is typed letter by letter: a phone's keyboard neither begins with a capital nor corrects it. */
export const AS_TYPED = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const
/** The same for numbers and codes in capitals. */
export const IN_CAPITALS = { autoCapitalize: 'characters', autoCorrect: 'off', spellCheck: false } as const
