type Headed = { readonly category: { readonly name: string }; readonly headline: string }

/** What a destination is called beside its category; nothing where its form asks for no more than the category. */
export const headlineOf = ({ category, headline }: Headed) => (headline === category.name ? '' : headline)
