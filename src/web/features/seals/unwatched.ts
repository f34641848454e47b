/** A picture is small: nobody stops it on its way, or looks how far it is. */
export const unwatched = () => ({ signal: new AbortController().signal, onSent: () => {} })
