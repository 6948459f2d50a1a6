# Harmonises the Bijie survey by hand, straight from its codebook (examples/bijie/bijie_2021_codebook.csv), column by column, in base R.
# Nothing here reads a .study file: the result is what examples/bijie/bijie.study must give, cell by cell.
#
#   Rscript test/numbers/r/bijie-harmonise.R examples/bijie test/numbers/replication/bijie-harmonised.csv
#
# Categories are written as names of levels, ratings as numbers with 17 significant digits, missing as an empty cell.

args <- commandArgs(trailingOnly = TRUE)
raw <- read.csv(file.path(args[1], "bijie_2021.csv"), check.names = FALSE)
sites <- read.csv(file.path(args[1], "bijie_2021_sites.csv"), check.names = FALSE)

na <- function(x, codes) { x[x %in% codes] <- NA; x }
rated <- function(q) na(raw[[q]], c(99, -1))
turned <- function(q) 6 - rated(q)                       # "harmonise: 6 - x"
stretched <- function(q) 1 + (rated(q) - 1) * 4 / 6      # "1 + (x-1)*4/6"
named <- function(x, ...) { map <- c(...); unname(map[as.character(x)]) }

age <- na(raw$q3, c(999, -1))
household <- na(raw$q7, c(99, -1))
months <- na(raw$q10, c(99, -1))
km <- na(raw$q11, c(999, -1))
site <- named(raw$q1, "1" = "Qianxi-1", "2" = "Dafang-1", "3" = "Zhijin-1", "4" = "Nayong-1", "5" = "Weining-1", "6" = "Hezhang-1")

out <- data.frame(
  site = site,
  mode = named(raw$q1, "1" = "village", "2" = "township", "3" = "cities", "4" = "cities", "5" = "cities", "6" = "cities"),
  sex = named(rated("q2"), "1" = "female", "2" = "male"),
  age = ifelse(age <= 18, "minor", ifelse(age <= 45, "young", ifelse(age <= 69, "middle", "senior"))),
  nationality = ifelse(rated("q4") == 1, "han", "minority"),
  education = named(rated("q5"), "1" = "none", "2" = "elementary", "3" = "middle", "4" = "high", "5" = "high", "6" = "college", "7" = "college"),
  marriage = ifelse(rated("q6") == 2, "married", "not_married"),
  household = ifelse(household <= 3, "three", ifelse(household == 4, "four", "five")),
  income_change = named(rated("q8"), "1" = "decreased", "2" = "decreased", "3" = "same", "4" = "increased", "5" = "increased"),
  livelihood_change = named(rated("q9"), "1" = "changed", "2" = "unchanged"),
  duration = ifelse(months < 6, "under_half", ifelse(months <= 12, "half_to_one", "over_one")),
  distance = ifelse(km < 3, "km3", ifelse(km < 15, "km3_15", ifelse(km <= 40, "km15_40", "km40"))),
  psy_enjoy = rated("q12"), psy_happier = turned("q13"), psy_confident = rated("q14"),
  soc_neighbours = rated("q15"), soc_friends = stretched("q16"), soc_activities = turned("q17"),
  eco_income_change = rated("q18"), eco_income_sat = turned("q19"), eco_cost = stretched("q20"),
  cul_dialect = rated("q21"), cul_customs = turned("q22"),
  com_amenity = rated("q23"), com_housing = turned("q24"), com_access = rated("q25"), com_security = turned("q26"),
  pol_training = turned("q27"),
  green = sites$green_m2_per_person_INVENTED[match(site, sites$site)],
  check.names = FALSE
)
stopifnot(all(is.na(out$psy_enjoy) | out$psy_enjoy %in% 1:5), nrow(out) == 412)
text <- as.data.frame(lapply(out, function(x) if (is.numeric(x)) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g"))) else ifelse(is.na(x), "", x)))
write.csv(text, args[2], row.names = FALSE, quote = FALSE)
