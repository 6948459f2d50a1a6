// Addresses of the exam that cannot be asked yet, by folder, each list with its reason. One that works fails the test until it leaves this
// list.

export const waiting: Readonly<Record<string, readonly { readonly why: string; readonly addresses: readonly string[] }[]>> = {
  '02-food-insecurity-hfias': [{ why: 'comparisons of categories', addresses: ['by_head.status.chi2', 'by_head.status.v'] }],
  '07-migrant-integration-entropy': [
    {
      why: 'the order of a pair of levels',
      addresses: ['by_education.integration.difference(college, primary)', 'by_education.integration.difference.p(college, primary)'],
    },
  ],
  '10-relocated-resilience-robustness': [{ why: 'ANCOVA', addresses: ['net.resilience.adjusted_mean(type.central)', 'net.resilience.f'] }],
  '09-age-friendly-needs': [
    { why: 'per cent of answers', addresses: ['needs.percent_of_answers(meals)'] },
    {
      why: 'comparisons of choices',
      addresses: [
        'by_age.meals.chi2',
        'by_age.meals.df',
        'by_age.meals.p',
        'by_age.meals.v',
        'by_age.demand.kruskal.h',
        'by_age.demand.kruskal.p',
      ],
    },
  ],
};
