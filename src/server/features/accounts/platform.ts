/** In the place of a school, where it is about people who are of none: the platform's. */
export const PLATFORM = 'platform'
