using Temporalio.Exceptions;

namespace Temporalio.Activities;

/// <summary>Thrown out of an activity to say that its outcome is reported later, by the task token or the activity's id.</summary>
public class CompleteAsyncException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public CompleteAsyncException()
        : base("The activity completes later")
    {
    }
}
