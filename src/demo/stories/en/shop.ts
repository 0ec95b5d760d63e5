import type { Story } from '../story.ts';

/** Selling, paying, stock. */
export default [
  {
    key: 'en-checkout',
    on: 'webshop',
    urgency: 'high',
    impact: 'large',
    subject: ['Checkout is down, no orders since this morning', 'Nobody can pay by card'],
    did: 'I put {product} in the basket, filled in the address and clicked Pay by card.',
    happened:
      'Spinner for about a minute, then “Something went wrong”. We usually have 30 orders by now and we have none. Two trade customers phoned already.',
    file: 'picture',
    note: 'Payment provider rotated its certificate; our side pins the old one. Unpin, use the system store.',
    asked: 'Does paying by bank transfer still work for you, so that trade customers can order meanwhile?',
    answered: 'Transfer works. I have told the two who called.',
    solution: {
      changed:
        'The connection to the payment provider trusts its new certificate, and no longer depends on one particular certificate.',
      test: 'Order one item by card and one by transfer. Both must arrive as paid or awaiting payment within a minute.',
      release:
        'Card payments work again. The payment provider had replaced its certificate, which our connection did not accept. We tested with three cards. Could you try an order yourself?',
    },
    failed: 'The order goes through, but the confirmation page shows order number “undefined”.',
    refused: 'Cards work, but American Express is still refused. Half of our export customers use that.',
    added: 'Still nothing. Is there anything I can tell customers who ask?',
    replied: 'We have found the cause and are putting it right. We expect to be back within the hour.',
  },
  {
    key: 'en-trade-prices',
    on: 'webshop',
    urgency: 'medium',
    impact: 'large',
    subject: ['Trade customers see retail prices', 'Tier prices missing after log-in'],
    did: 'Logged in with our test trade account to check a quote.',
    happened:
      'All prices are retail. One buyer asked whether we had cancelled our agreement. Not a conversation I enjoyed.',
    file: 'table',
    note: 'Price list “TRADE-A” expired on the last of the month; import sets an end date when the column is empty.',
    asked: 'Which price list should this account have: TRADE-A or TRADE-B?',
    answered: 'A for all of them, B was a trial that ended in spring.',
    solution: {
      changed: 'Price lists without an end date stay valid; TRADE-A is valid again for 148 accounts.',
      test: 'Log in as two trade accounts and compare five prices with the sheet. A visitor who is not logged in must see retail.',
      release:
        'Trade prices are back for all 148 accounts. An empty end date in your sheet now means “no end”.',
    },
    refused: 'Prices are right, but the minimum order of six is no longer enforced.',
    moved:
      'We are waiting for your new price sheet, which comes tomorrow, so that you need not check prices twice.',
  },
  {
    key: 'en-stock',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Out-of-stock items can still be ordered', 'Stock on the site does not match the warehouse'],
    did: 'Compared stock on the site with the warehouse list for twenty items.',
    happened:
      'Seven are wrong. {product} says 40 on the site, we have 2. People order and then we have to apologise.',
    file: 'table',
    note: 'Nightly stock file arrives with a BOM since the warehouse update; the first column name no longer matches.',
    asked: 'Did the warehouse change its software or settings recently?',
    answered: 'They updated last weekend, yes. They said nothing would change, of course.',
    solution: {
      changed:
        'The stock import reads files with and without a byte order mark, and reports a file it cannot read.',
      test: 'Run last night’s file from the attachment: twenty items match the warehouse list.',
      release:
        'Stock is correct again and updated at 05:30 each day. If a file cannot be read, both you and we get a message.',
    },
    failed: 'Items with a size in their code (…-M, …-L) are still skipped.',
    reopened: 'Wrong again since this morning, same items as last time.',
  },
  {
    key: 'en-vat',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['VAT charged to customers outside the EU', 'Export orders show Dutch VAT'],
    did: 'Placed a test order with an address in Norway.',
    happened: '21 % VAT was added. It should be zero for export. Our bookkeeper found nine orders like this.',
    note: 'Rule keys on the billing country; export needs the delivery country.',
    asked: 'Are the nine orders all delivered outside the EU, or are some collected in the Netherlands?',
    answered: 'All shipped. Norway, Switzerland and two to the UK.',
    solution: {
      changed: 'VAT follows the country of delivery.',
      test: 'Order to Norway (0 %), Belgium (21 %), and to Norway with collection in Utrecht (21 %).',
      release:
        'Export orders no longer carry Dutch VAT. The nine earlier orders are listed in the attachment for your bookkeeper; we have not changed them.',
    },
    refused: 'Orders are fine, but the PDF invoice still prints “incl. 21 % VAT”.',
    adjusted: {
      urgency: 'medium',
      impact: 'large',
      reason:
        'Every export order is affected and customers have to be refunded by hand. We treat this with high priority.',
    },
  },
  {
    key: 'en-discount',
    on: 'webshop',
    urgency: 'low',
    impact: 'medium',
    subject: ['Discount is applied twice', 'Volume discount stacks with the voucher'],
    did: 'Ordered 12 × {other} with the newsletter voucher.',
    happened: 'I got 8 % and then another 10 % on top. Nice for me, less nice for us.',
    note: 'Expected by the engine, not by the client. Ask which of the two should win.',
    asked: 'If both apply, which one should the customer get: the larger one, or always the volume discount?',
    answered: 'The larger one, never both.',
    solution: {
      changed: 'Of several discounts the customer gets the largest; the basket says which one.',
      test: 'Order 11 and 12 pieces with and without the voucher; compare with the table in the shared sheet.',
      release:
        'Discounts no longer add up. The customer gets the better of the two and sees which one it is.',
    },
    withdrawn: 'We decided to keep it as it is for {event}, so please ignore this.',
  },
  {
    key: 'en-search',
    on: 'webshop',
    urgency: 'low',
    impact: 'medium',
    subject: ['Search does not find anything by code', 'Product codes are not found'],
    did: 'Typed the first five characters of a product code in the search box.',
    happened: 'No results. With the full code it works. Buyers only know the first part.',
    note: 'Codes are indexed as one word. Add prefix search for codes only.',
    asked: 'Do buyers also type codes without the dash?',
    answered: 'All the time.',
    solution: {
      changed: 'Product codes are found by their beginning, with or without dashes.',
      test: 'Search for five codes: whole, first five characters, without dash. First result must be the right one.',
      release: 'You can now search by the first part of a product code, with or without the dash.',
    },
    dropped: 'As agreed on the phone, this becomes part of the new search that is planned for next quarter.',
  },
  {
    key: 'en-returns',
    on: 'webshop',
    urgency: 'low',
    impact: 'small',
    subject: ['How do I register a partial return?', 'Question about refunding one item'],
    did: 'A customer returns one of three items. I opened the order and looked for a refund button.',
    happened: 'I only see “Refund order”, which looks like all of it.',
    note: 'Covered in the manual, section 4.2. Send the link as well.',
    asked: 'Which order is it, and how was it paid?',
    answered: '21877, by card.',
    solution: {
      reply:
        'Open the order and choose “Credit note”. Set the quantity of the items the customer keeps to 0 and untick shipping if they should not get it back. The amount is shown at the bottom; money only moves when you press “Refund through provider”.',
    },
    replied: 'Thank you, that is all we need. You will hear from us today.',
  },
  {
    key: 'en-shipping-label',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Shipping labels print without house number', 'Carrier rejects our labels'],
    did: 'Printed this morning’s labels, 34 of them.',
    happened:
      'No house numbers on any of them. The driver refused to take them, we had to write them by hand.',
    file: 'picture',
    note: 'Carrier split the street field in two last night, as announced in a mail nobody forwarded.',
    asked: 'Which carrier account do you use for these: parcels or pallets?',
    answered: 'Parcels. Pallets we book by phone.',
    solution: {
      changed: 'Street and house number are sent to the carrier in separate fields.',
      test: 'Print labels for three addresses: with a number, with an addition (12-A), and abroad.',
      release:
        'Labels carry the house number again, also with additions such as 12-A. You can reprint this morning’s labels from the order list.',
    },
    failed: 'Addresses abroad now print the number twice.',
  },
] as const satisfies readonly Story[];
