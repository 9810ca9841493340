/** Whether anybody can have a mailbox at a domain, as at gmail.com or hotmail.co.uk: it tells nothing of who they work for. */
export function isAnybodys(domain: string): boolean {
  return houses.test(domain)
}

const houses =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton|protonmail|fastmail|hey|mail|zoho|yandex|qq|163|t-online|orange|free|libero)\.(?:[a-z]{2,4}|com?\.[a-z]{2})$/i
