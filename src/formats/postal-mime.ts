import PostalMime from 'postal-mime'

/** The reader of mails, which is large: all that need it share it from here. */
export const postalMime = PostalMime
