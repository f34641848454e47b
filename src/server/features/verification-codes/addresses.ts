/** Where anybody verifies, by the address that the site has in its e-mails. */
export const verifyPage = (baseUrl: string): string => `${baseUrl}/verify`
/** The same with a code in it: what a QR code says. */
export const verifyAddress = (baseUrl: string, code: string): string => `${verifyPage(baseUrl)}/${code}`
