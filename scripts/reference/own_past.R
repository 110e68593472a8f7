# Writes tests/reference/own_past.json: R's figures for describe, own_past and the
# core modules under them, on invented series made here. R 4.2.2 with sandwich.
#   Rscript scripts/reference/own_past.R > tests/reference/own_past.json
suppressMessages(library(sandwich))

# Lists, vectors, numbers with all their digits; NA is null.
json <- function(x) {
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0('"', names(x), '": ', sapply(x, json), collapse = ", "), "}"))
  if (is.list(x)) return(paste0("[", paste(sapply(x, json), collapse = ",\n "), "]"))
  if (is.character(x)) return(paste0('"', x, '"'))
  text <- ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(text) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}

set.seed(20260105)
make <- function(n, rho, level, sd) {
  x <- numeric(n)
  x[1] <- rnorm(1) / sqrt(1 - rho^2)
  for (i in 2:n) x[i] <- rho * x[i - 1] + rnorm(1)
  round(level + sd * x, 6)
}
series <- list(
  calm = make(60, 0.4, 0.001, 0.001),
  lasting = make(250, 0.93, 0.03, 0.004),
  gaps = local({ x <- make(120, 0.8, 0.01, 0.003); x[c(5, 40, 41, 90)] <- NA; x })
)

# quantile type 7 and sd with n - 1 are R's defaults; mad() has the constant 1.4826.
about <- function(x) {
  full <- x[!is.na(x)]
  n <- length(full)
  lags <- if (anyNA(x)) integer(0) else unique(c(0, 1, 4, floor(4 * (n / 100)^(2 / 9))))
  hac <- lapply(lags, function(lag) list(lag = lag, error = sqrt(
    NeweyWest(lm(full ~ 1), lag = lag, prewhite = FALSE, adjust = FALSE)[1, 1])))
  latest <- full[n]
  windows <- lapply(c(20, 60, n), function(days) {
    last <- tail(full, days)
    list(days = days, percentile = mean(last <= latest), median = median(last),
         spread = mad(last), z = (latest - median(last)) / mad(last))
  })
  # Neighbouring rows only: lm leaves out a pair with a gap.
  past <- data.frame(y = x[-1], x = x[-length(x)])
  fit <- lm(y ~ x, past)
  rho <- coef(fit)[["x"]]
  one <- predict(fit, data.frame(x = latest), interval = "prediction", se.fit = TRUE)
  # Further ahead: the mean by recursion, the innovations' variance summed, and the parameters' part
  # by numerical differentiation of the mean, with the covariance of the estimates.
  sigma <- summary(fit)$sigma
  ahead <- lapply(c(1, 5, 20, 60), function(h) {
    mean_at <- function(b) { v <- latest; for (i in 1:h) v <- b[1] + b[2] * v; v }
    b <- coef(fit)
    slope <- sapply(1:2, function(k) {
      step <- 1e-5 * max(1e-3, abs(b[k]))
      up <- b; up[k] <- b[k] + step
      down <- b; down[k] <- b[k] - step
      (mean_at(up) - mean_at(down)) / (2 * step)
    })
    list(days = h, mean = unname(mean_at(b)),
         innovation = sigma^2 * sum(rho^(2 * (0:(h - 1)))),
         parameter = as.numeric(t(slope) %*% vcov(fit) %*% slope))
  })
  list(values = x, nobs = n, mean = mean(full), sd = sd(full), standard_error = sd(full) / sqrt(n),
       median = median(full), q1 = quantile(full, 0.25, names = FALSE),
       q3 = quantile(full, 0.75, names = FALSE), min = min(full), max = max(full),
       auto_lag = floor(4 * (n / 100)^(2 / 9)), hac = hac, windows = windows,
       ar1 = list(pairs = nobs(fit), constant = coef(fit)[[1]], persistence = rho,
                  standard_error = coef(summary(fit))["x", "Std. Error"], innovation_sd = sigma,
                  half_life = log(0.5) / log(rho), effective = n * (1 - rho) / (1 + rho),
                  one_low = one$fit[1, "lwr"], one_high = one$fit[1, "upr"]),
       ahead = ahead)
}

# zoo's idea of a window that ends at a row; roll by hand, so that no package is needed.
rolling <- local({
  x <- series$lasting
  window <- 20
  at <- c(20, 21, 100, 250)
  lapply(at, function(row) {
    last <- x[(row - window + 1):row]
    list(row = row, window = window, mean = mean(last), sd = sd(last), median = median(last),
         q05 = quantile(last, 0.05, names = FALSE), q95 = quantile(last, 0.95, names = FALSE))
  })
})

correlation <- cor(diff(series$lasting), series$lasting[-1])

cat(json(list(made_with = paste(R.version.string, "sandwich", packageVersion("sandwich")),
              series = lapply(series, about), rolling = rolling, correlation = correlation)), "\n")
