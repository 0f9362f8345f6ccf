namespace TemporalVideo.Activities.Money;

/// <summary>What users may spend.</summary>
public sealed class PaidCallsOptions
{
    /// <summary>The most that a user may spend on a day (UTC), in US dollars; null, the default, for no limit.</summary>
    public decimal? UserDayLimit { get; set; }
}
