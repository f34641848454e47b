/** How long what is typed may be, in UTF-16 units as `maxLength` of a page counts: one bound for one thing, everywhere. */
export const LONGEST = {
  /** Of a person: names on passports are long. */
  personName: 100,
  /** Of an employer, a school, an authority. */
  organisation: 100,
  position: 60,
  /** What a school calls a field of its own. */
  fieldName: 100,
  /** What is chosen in such fields, as an address says it. */
  ownChosen: 2000,
  address: 120,
  /** Where one goes to: a room, or a link to a meeting on the network. */
  place: 300,
  /** One line of a form that is data. */
  line: 200,
  benefits: 300,
  remark: 300,
  /** A reason, an answer, a longer text of a form. */
  reason: 500,
  /** A notice that people read before they act, in one language. */
  noticeText: 4000,
  /** What is sought may be anything that is on a line. */
  search: 200,
  /** For whom and for what a code is made by which an agreement is verified. */
  codePurpose: 100,
  /** A number that stands for something: a code, a telephone. */
  number: 40,
  /** Of agreement numbers, with the names of its parts. */
  numberPattern: 80,
  /** How the files of an archive are named, with the names of its pieces. */
  archiveNames: 120,
  email: 120,
  /** Of an announcement. */
  title: 120,
  /** An announcement, with its marks. */
  richText: 20_000,
  /** A sentence or two that introduces a school. */
  intro: 200,
  /** Of a page elsewhere. */
  url: 300,
  /** A whole name on the network (RFC 1035). */
  hostName: 253,
  /** 经营范围 as the register has it. */
  scope: 2000,
  /** Before it is brought into the 255 bytes of a desk. */
  fileName: 1000,
  /** A privacy notice in one language. */
  notice: 20_000,
  webAddress: 500,
  /** A text message in several parts, with the names of its data. */
  messageText: 300,
  /** What a browser brings back: from a university behind the `?`, from an authenticator as JSON. */
  broughtBack: 8000,
  login: 64,
  secret: 128,
  /** What a number of the terms is typed with, in days or months. */
  whole: 8,
  postcode: 8,
  /** Of a document: the last six, and the blanks that a keyboard puts between. */
  documentTail: 12,
  shortCode: 12,
  /** What an employer calls terms that it keeps, and a school a form of export. */
  templateName: 100,
  /** What the owner of an API token calls it, and so the program that uses it. */
  tokenName: 100,
  /** What a student calls a search that is kept. */
  searchName: 60,
  /** What a student calls a version of the résumé. */
  resumeName: 60,
  /** What is said of oneself, of a post held or a project. */
  resumeText: 1000,
  /** Of an authenticator, or one that stands in for it, with the blanks and hyphens between. */
  secondFactor: 20,
  /** As its owner calls a passkey: short enough for a line of a phone. */
  passkeyName: 100,
} as const
