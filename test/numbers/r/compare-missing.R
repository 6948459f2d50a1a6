# Comparisons with missing outcomes, analysis by analysis and over complete cases: what test/numbers/compare-missing.test.ts is held to.
# Rscript test/numbers/r/compare-missing.R, with R 4.2.2 and the data of test/numbers/data/bfi.csv.
d <- read.csv("test/numbers/data/bfi.csv")
of <- c("E5", "N1", "A1")
report <- function(d, policy) for (y in of) {
  one <- d[!is.na(d[[y]]) & !is.na(d$education), ]
  if (policy == "listwise") one <- d[complete.cases(d[, c(of, "education")]), ]
  g <- factor(one$education)
  fit <- anova(lm(one[[y]] ~ g))
  welch <- oneway.test(one[[y]] ~ g)
  kruskal <- kruskal.test(one[[y]], g)
  cat(sprintf("  ['%s', '%s', %d, %d, %.12g, %.12g, %.12g, %.12g],\n", policy, y, sum(table(g)), fit$Df[2], fit$`F value`[1], fit$`Pr(>F)`[1], welch$statistic, kruskal$statistic))
}
report(d, "pairwise")
report(d, "listwise")
