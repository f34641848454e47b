/** A place in an order, as an address carries it: `<tier>_<value>_<id>`. */
export const MARK = /^([01])_(\d{1,15}|\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
