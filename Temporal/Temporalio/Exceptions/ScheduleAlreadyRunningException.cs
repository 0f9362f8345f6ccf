namespace Temporalio.Exceptions;

/// <summary>A schedule could not be created because its id is in use.</summary>
public class ScheduleAlreadyRunningException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public ScheduleAlreadyRunningException()
        : base("Schedule already running")
    {
    }
}
