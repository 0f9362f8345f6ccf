namespace Temporalio.Client.Schedules;

/// <summary>A range of values of a calendar's field.</summary>
/// <param name="Start">First value.</param>
/// <param name="End">Last value; less than the first means only the first.</param>
/// <param name="Step">From one value to the next; 0 means 1.</param>
public record ScheduleRange(int Start, int End = 0, int Step = 0)
{
    /// <summary>Only 0.</summary>
    public static readonly ScheduleRange Zero = new(0);
}
