import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  title: 'Our agreement',
  intro:
    'This is what you may expect of {{agency}} when something is the matter with your website or webshop, and what we expect of you. Our program reckons with exactly this agreement.',
  phases: {
    title: 'What you and we expect of each other',
    agency: 'What we do',
    client: 'What you do',
    development: 'During development',
    development_agency: 'We agree a schedule with you and plan people to deliver on time. A deal is a deal.',
    development_client:
      'The schedule has actions of yours too, each with a last day. Make time for them, so that your site goes live soon.',
    delivery: 'Around delivery',
    delivery_agency: 'We test your site thoroughly, and test again whenever new functionality is added.',
    delivery_client: 'Test well yourself, too. Two find more than one.',
    warranty_one: 'Within the warranty of {{count}} month',
    warranty_other: 'Within the warranty of {{count}} months',
    warranty_agency: 'We solve defects as soon as possible, free of charge.',
    warranty_client: 'Report defects as soon and as concretely as possible.',
    later: 'Outside the warranty',
    later_agency:
      'We still solve defects as soon as possible. That may cost money, and you are always told beforehand.',
    later_client: 'Do you want more certainty? Then take the care plan (Website Zorg).',
    later_client_plain: 'Then, too, report defects as soon and as concretely as possible.',
  },
  steps: {
    title: 'How we help you',
    intro: 'You report what is wrong or ask a question, and write what you did and what happened next.',
    report: 'Report',
    report_text:
      'You report through the client portal, day and night, and say how urgent it is. In office hours you can phone as well. You get an e-mail that confirms your ticket.',
    pick_up: 'Pick up',
    pick_up_text:
      'We check that your ticket is clear and that the right colleague takes it. You get an e-mail with the moment at which we expect your ticket to be handled. Work on a ticket of high priority starts at once.',
    solve: 'Solve',
    solve_text:
      'Once solved, we test it. You get an e-mail as soon as a new version is online, and can check whether it is solved for you, too.',
    sign_off: 'Sign off',
    sign_off_text: 'Does it work? Then you sign your ticket off in the portal.',
  },
  hours: {
    title: 'Office hours',
    intro: 'Our clocks run in office hours only. All times are {{zone}}.',
    caption: 'Office hours by day',
    day: 'Day',
    time: 'Open',
    range: '{{first}} to {{last}}',
    closed: 'closed',
    holidays: 'We are closed on public holidays ({{country}}).',
    working_day: 'In a target, one working day is {{length}} of office time.',
    length: {
      hours: '{{hours}} hours',
      both: '{{hours}} hours and {{minutes}} minutes',
      minutes: '{{minutes}} minutes',
    },
    coming: 'Coming holidays and days with other hours',
    coming_caption: 'Days with other hours',
    why: 'Why',
    exception: 'other hours',
  },
  targets: {
    title: 'How soon we respond and solve',
    caption: 'Targets by priority',
    priority: 'Priority',
    response: 'Response within, at the latest',
    solution: 'Solution, our target',
    clock:
      'Both run in office hours only. If you report outside office hours, the clocks start when we open again.',
    waiting:
      'When we need more from you, we say so as soon as we can. As long as we wait for you, the clock of the solution stands still.',
    response_is:
      'A response is the first thing that a person here does for you: the moment at which you may expect the solution, an answer or a question. An automatic confirmation does not count.',
  },
  priority: {
    title: 'How the priority comes about',
    intro:
      'You say how urgent it is and how large the impact is. Together they give the priority. We may adjust it on the same grounds, and say why.',
    urgency: 'Urgency',
    impact: 'Impact',
    means: 'Means',
    matrix: 'Priority',
    matrix_corner: 'Urgency and impact',
    urgency_row: 'urgency {{level}}',
    impact_column: 'impact {{level}}',
    high: 'high',
    medium: 'medium',
    low: 'low',
    large: 'large',
    small: 'small',
  },
  pays: {
    rule: 'Rule',
    you: 'For you',
    title: 'Who pays',
    intro:
      'Of these rules the first that fits your ticket counts. We look at how things stood on the day of your report.',
    free: 'costs you nothing',
    asked: 'you decide first',
    never: 'You never pay for anything that you did not approve beforehand.',
    budget_holder:
      'Only somebody who may decide about costs for your organisation can agree, signed in to the portal; never by e-mail.',
    vat: 'Amounts are without VAT, unless they are said to include it.',
  },
  rule: {
    new_wish_one: 'A new wish. You receive a quote first, valid for {{count}} day, and then decide.',
    new_wish_other: 'A new wish. You receive a quote first, valid for {{count}} days, and then decide.',
    hosting_availability: 'Monitoring that your site can be reached, as long as we host it.',
    hosting_updates: 'Server updates, as long as we host your site.',
    warranty_one:
      'Questions and technical points within the warranty: up to and including {{count}} month after the day of delivery. New functionality that is delivered later has a warranty of its own. A cause outside our work is not covered by the warranty; we then explain why.',
    warranty_other:
      'Questions and technical points within the warranty: up to and including {{count}} months after the day of delivery. New functionality that is delivered later has a warranty of its own. A cause outside our work is not covered by the warranty; we then explain why.',
    cms_training:
      'Help in using the CMS for those who followed the CMS training, in fair use: some {{count}} tickets per person per quarter.',
    direct: 'Any ticket that we can solve directly.',
    to_be_judged: 'A ticket that we have not looked at yet. We look at it first; that costs you nothing.',
    at_hand:
      'If the solution turns out to be at hand during research, we carry it out at once, at no further cost.',
    beyond_research_one:
      'If research shows that more work is needed, you receive a quote, valid for {{count}} day, and decide.',
    beyond_research_other:
      'If research shows that more work is needed, you receive a quote, valid for {{count}} days, and decide.',
    care_plan_research: 'Further research, if you have the care plan (Website Zorg).',
    research_fee:
      'In all other cases you choose: further research for {{fee}} ({{gross}} with {{vat}}% VAT), or dropping the ticket.',
  },
  silence: {
    title: 'If you do not answer',
    remind: 'When your ticket is ready to be signed off, we remind you after {{days}} working days.',
    sign_off_one: 'After {{count}} working day without an answer it is signed off by itself.',
    sign_off_other: 'After {{count}} working days without an answer it is signed off by itself.',
    reopen_one:
      'Does it not work after all? Then you can reopen it within {{count}} day. After that it becomes a new ticket that refers to the old one.',
    reopen_other:
      'Does it not work after all? Then you can reopen it within {{count}} days. After that it becomes a new ticket that refers to the old one.',
    decide_remind: 'When we ask you to choose about costs, we remind you after {{days}} working days.',
    drop_one:
      'If you have not chosen after {{count}} working day, the ticket is dropped. That costs you nothing.',
    drop_other:
      'If you have not chosen after {{count}} working days, the ticket is dropped. That costs you nothing.',
    quote_remind: 'We remind you of a quote {{days}} days before it expires.',
  },
  version: {
    name: 'Version {{version}}',
    now: 'Version {{version}}, holds since {{day}}',
    now_ever: 'Version {{version}}, holds from the beginning',
    planned: 'Version {{version}}, will hold from {{day}}',
    past: 'Version {{version}}, held from {{from}} up to and including {{to}}',
    past_ever: 'Version {{version}}, held up to and including {{to}}',
    replaced: 'Version {{version}} was replaced by another on its first day',
    yours:
      'For tickets that you report now, version {{version}} holds. A ticket keeps the version of the day on which you reported it.',
    not_now: 'This is not the version that holds now.',
    to_now: 'See what holds now',
    list: 'All versions',
    list_intro: 'Earlier versions stay readable here.',
    since: 'from {{day}}',
    since_ever: 'from the beginning',
    mark_now: 'holds now',
    mark_planned: 'coming',
    changed: 'Changed: {{parts}}',
    pdf: 'Download as PDF',
    pdf_nl: 'Dutch',
    pdf_en: 'English',
    file: 'agreement-version-{{version}}.pdf',
    contents: 'On this page',
  },
  announce: {
    back: 'Back to the settings',
    title: 'Announce',
    intro_one:
      'Everybody at your clients gets an e-mail about version {{version}}: that is {{count}} person.',
    intro_other:
      'Everybody at your clients gets an e-mail about version {{version}}: that is {{count}} people.',
    nobody: 'There are no clients with access yet, so there is nobody to tell.',
    once: 'A version can be announced once. The e-mails leave at once and cannot be called back.',
    kept: 'No mail server has been set up yet. The e-mails are kept under Sent mail and do not leave.',
    preview: 'What the e-mail looks like',
    subject_label: 'Subject',
    submit_one: 'Send {{count}} e-mail',
    submit_other: 'Send {{count}} e-mails',
    done: 'The agreement has been announced. The e-mails are on their way.',
    was_one: 'Announced on {{day}} by {{name}}, to {{count}} person.',
    was_other: 'Announced on {{day}} by {{name}}, to {{count}} people.',
    past: 'This version no longer holds. Only the version that holds now or is still to come can be announced.',
    read: 'Read version {{version}}',
  },
  mail: {
    subject_ever: 'Our agreement with you',
    subject_now: 'Our agreement has been renewed',
    subject_later: 'A new agreement holds from {{day}}',
    intro_now: '{{agency}} has renewed the agreement about help with your site. It holds from {{day}}.',
    intro_ever: 'This is the agreement of {{agency}} about help with your site.',
    changed: 'What has changed: {{parts}}.',
    tickets:
      'A ticket that you have reported already keeps the agreement of the day on which you reported it.',
    action: 'Read the agreement',
  },
} satisfies Translated<typeof nl>;
