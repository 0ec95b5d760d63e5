import { type ClientData, pays, siteOf } from './client-data.ts';

export default [
  {
    name: 'Harbour & Vine Wholesale',
    domain: 'harbourvine.example',
    language: 'en',
    sites: [
      siteOf('webshop', 'Harbour & Vine Trade', 'https://trade.harbourvine.example', [
        'ordering by pallet',
        'price lists of trade accounts',
        'labels for the carrier',
      ]),
      siteOf('website', 'Harbour & Vine', 'https://www.harbourvine.example'),
      siteOf(
        'webshop',
        'Vine Outlet',
        'https://staging.harbourvine.example',
        ['card payments'],
        'development',
      ),
    ],
    contacts: [
      { name: 'Harriet Harbour', role: 'coordinator', ...pays },
      { name: 'Victor Vine', role: 'reporter' },
      { name: 'Olive Oak', role: 'colleague', sites: [0, 2] },
    ],
    words: {
      product: 'Harbour Red, 12 kg',
      other: 'Glass Crate 24',
      page: 'Trade terms',
      event: 'the autumn tasting',
    },
  },
  {
    name: 'Northfield Outdoor',
    domain: 'northfield.example',
    language: 'en',
    sites: [
      siteOf('webshop', 'Northfield Shop', 'https://shop.northfield.example', ['checkout', 'stock per size']),
      siteOf('website', 'Northfield Journal', 'https://journal.northfield.example'),
      siteOf('website', 'Northfield Rental', 'https://rental.northfield.example', ['booking a tent']),
    ],
    contacts: [
      { name: 'Norman North', role: 'coordinator', ...pays },
      { name: 'Fiona Fell', role: 'reporter' },
      { name: 'Rory Ridge', role: 'colleague', sites: [1, 2] },
    ],
    words: {
      product: 'Ridge 40 rucksack',
      other: 'Fell jacket',
      page: 'Size guide',
      event: 'the gear weekend',
    },
  },
] as const satisfies readonly ClientData[];
