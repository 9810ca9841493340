/** A zone that a place is in; `mostly` where a part of the place keeps another clock, and this is that of the larger part. */
export interface PlaceZone {
  readonly zone: string
  readonly mostly: boolean
}

// IANA zone1970.tab and the tz files `northamerica`, `australasia`, `europe`, `asia` and `africa`. A code counts after a comma only: 'Cleveland, OH'.
const whole: Readonly<Record<string, string>> = {
  'America/New_York':
    'connecticut ct, delaware de, georgia ga, maine me, maryland md, massachusetts ma, new hampshire nh, new jersey nj, new york ny, north carolina nc, ohio oh, pennsylvania pa, rhode island ri, south carolina sc, vermont vt, virginia va, west virginia wv, district of columbia dc',
  'America/Chicago':
    'alabama al, arkansas ar, illinois il, iowa ia, louisiana la, minnesota mn, mississippi ms, missouri mo, oklahoma ok, wisconsin wi',
  'America/Denver': 'colorado co, montana mt, new mexico nm, utah ut, wyoming wy',
  'America/Los_Angeles': 'california ca, washington wa',
  'America/Phoenix': 'arizona az',
  'Pacific/Honolulu': 'hawaii hi',
  'America/Edmonton': 'alberta ab',
  'America/Winnipeg': 'manitoba mb',
  'America/Halifax': 'nova scotia ns',
  'America/Moncton': 'new brunswick nb',
  'Australia/Melbourne': 'victoria vic',
  'Australia/Brisbane': 'queensland qld',
  'Australia/Adelaide': 'south australia sa',
  'Australia/Hobart': 'tasmania tas',
  'Australia/Darwin': 'northern territory nt',
  'Europe/London': 'united kingdom uk, great britain gb, england, scotland, wales, northern ireland',
  'Europe/Dublin': 'ireland ie',
  'Europe/Berlin': 'germany de, bavaria, bayern',
  'Europe/Paris': 'france fr',
  'Europe/Vienna': 'austria at',
  'Europe/Zurich': 'switzerland ch',
  'Europe/Amsterdam': 'netherlands nl, holland',
  'Europe/Brussels': 'belgium be',
  'Europe/Luxembourg': 'luxembourg lu',
  'Europe/Rome': 'italy it',
  'Europe/Copenhagen': 'denmark dk',
  'Europe/Oslo': 'norway no',
  'Europe/Stockholm': 'sweden se',
  'Europe/Helsinki': 'finland fi',
  'Europe/Warsaw': 'poland pl',
  'Europe/Prague': 'czechia cz, czech republic',
  'Europe/Budapest': 'hungary hu',
  'Europe/Athens': 'greece gr',
  'Asia/Kolkata': 'india in',
  'Asia/Tokyo': 'japan jp',
  'Asia/Singapore': 'singapore sg',
  'Africa/Johannesburg': 'south africa za',
}

const mostly: Readonly<Record<string, string>> = {
  'America/New_York': 'florida fl, kentucky ky',
  'America/Detroit': 'michigan mi',
  'America/Indiana/Indianapolis': 'indiana in',
  'America/Chicago': 'kansas ks, nebraska ne, north dakota nd, south dakota sd, tennessee tn, texas tx',
  'America/Boise': 'idaho id',
  'America/Los_Angeles': 'nevada nv, oregon or',
  'America/Anchorage': 'alaska ak',
  'America/Toronto': 'ontario on, quebec qc',
  'America/Vancouver': 'british columbia bc',
  'America/Regina': 'saskatchewan sk',
  'America/St_Johns': 'newfoundland nl',
  'Australia/Sydney': 'new south wales nsw',
  'Australia/Perth': 'western australia wa',
  'Pacific/Auckland': 'new zealand nz',
  'Europe/Lisbon': 'portugal pt',
  'Europe/Madrid': 'spain es',
}

const cities: Readonly<Record<string, string>> = {
  'America/New_York':
    'atlanta, baltimore, boston, brooklyn, buffalo, charlotte, cincinnati, cleveland, columbus, jacksonville, manhattan, miami, newark, nyc, orlando, philadelphia, pittsburgh, raleigh, richmond, tampa, washington dc',
  'America/Chicago':
    'austin, dallas, fort worth, houston, kansas city, madison, memphis, milwaukee, minneapolis, nashville, new orleans, oklahoma city, omaha, saint louis, st louis, st paul, san antonio, tulsa, wichita',
  'America/Denver': 'albuquerque, colorado springs, el paso, salt lake city',
  'America/Phoenix': 'mesa, scottsdale, tucson',
  'America/Los_Angeles':
    'bellevue, fresno, irvine, la, las vegas, long beach, oakland, palo alto, portland, sacramento, san diego, san francisco, san jose, seattle, silicon valley, spokane, tacoma',
  'America/Toronto': 'mississauga, montreal, ottawa, quebec city',
  'America/Edmonton': 'calgary',
  'Europe/London':
    'aberdeen, belfast, birmingham, bristol, cardiff, edinburgh, glasgow, leeds, leicester, liverpool, manchester, newcastle, nottingham, oxford, sheffield, southampton',
  'Europe/Dublin': 'cork, galway, limerick',
  'Europe/Berlin':
    'bonn, bremen, cologne, dortmund, dresden, düsseldorf, duesseldorf, essen, frankfurt, hamburg, hannover, hanover, köln, koeln, leipzig, münchen, muenchen, munich, nuremberg, nürnberg, nuernberg, stuttgart',
  'Europe/Vienna': 'graz, innsbruck, linz, salzburg, wien',
  'Europe/Zurich': 'basel, bern, geneva, genève, genf, lausanne, zürich',
  'Europe/Paris': 'bordeaux, grenoble, lille, lyon, marseille, nantes, strasbourg, toulouse',
  'Europe/Madrid': 'barcelona, bilbao, malaga, málaga, seville, sevilla, valencia',
  'Europe/Lisbon': 'lisboa, porto',
  'Europe/Rome': 'bologna, milan, milano, roma, torino, turin',
  'Europe/Amsterdam': 'eindhoven, rotterdam, the hague, utrecht',
  'Europe/Brussels': 'antwerp, ghent',
  'Europe/Copenhagen': 'aarhus',
  'Europe/Stockholm': 'gothenburg, göteborg, malmo, malmö',
  'Europe/Warsaw': 'gdansk, gdańsk, krakow, kraków, poznan, poznań, wroclaw, wrocław',
  'Europe/Prague': 'brno, praha',
  'Australia/Sydney': 'canberra',
  'Australia/Brisbane': 'gold coast',
  'Pacific/Auckland': 'christchurch, wellington',
  'Asia/Kolkata': 'ahmedabad, bangalore, bengaluru, chennai, delhi, gurgaon, gurugram, hyderabad, mumbai, new delhi, noida, pune',
  'Asia/Tokyo': 'kyoto, nagoya, osaka, yokohama',
  'Asia/Shanghai': 'beijing, guangzhou, hangzhou, shenzhen',
  'Asia/Jerusalem': 'haifa, tel aviv',
  'Asia/Dubai': 'abu dhabi',
  'America/Sao_Paulo': 'brasilia, brasília, curitiba, rio de janeiro',
  'America/Mexico_City': 'guadalajara',
  'Africa/Johannesburg': 'cape town, durban, pretoria',
}

/** The zone of a state, a country with one zone (or one for most people), or a large city, alone or as in 'Cleveland, Ohio'; null for a place that is not known. */
export function placeZone(text: string): PlaceZone | null {
  const [first = '', ...more] = text.split(',').map(plain)
  const area = more.length === 0 ? areaNamed(first, false) : areaNamed(more.at(-1) ?? '', true)
  const city = cityNamed(first)
  if (more.length === 0) return area ?? city
  return area?.mostly && city ? city : (area ?? city)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

function areaNamed(name: string, withCodes: boolean): PlaceZone | null {
  for (const [table, part] of [
    [whole, false],
    [mostly, true],
  ] as const) {
    for (const [zone, areas] of Object.entries(table)) {
      const fits = areas.split(', ').some((area) => {
        const [, long = area, code] = /^(.+) (\w{2,3})$/.exec(area) ?? []
        return long === name || area === name || (withCodes && code === name)
      })
      if (fits) return { zone, mostly: part }
    }
  }
  return null
}

function cityNamed(name: string): PlaceZone | null {
  const found = Object.entries(cities).find(([, names]) => names.split(', ').includes(name))
  return found ? { zone: found[0], mostly: false } : null
}
