using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A value that was decoded but not converted; handlers of dynamic workflows, signals, queries and updates take it.</summary>
public interface IRawValue
{
    /// <summary>The payload.</summary>
    Payload Payload { get; }
}
