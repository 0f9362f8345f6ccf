using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>What the next run gets; whatever is null is carried over.</summary>
public class ContinueAsNewOptions : ICloneable
{
    /// <summary>Task queue.</summary>
    public string? TaskQueue { get; set; }

    /// <summary>Longest time of the run.</summary>
    public TimeSpan? RunTimeout { get; set; }

    /// <summary>Longest time of one workflow task.</summary>
    public TimeSpan? TaskTimeout { get; set; }

    /// <summary>Memo, in place of the present one.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes, in place of the present ones.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>How a failed run is retried.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>Copies the options; what they refer to is shared.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
