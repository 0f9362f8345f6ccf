using Temporalio.Common;
using Temporalio.Converters;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>A schedule as a list shows it.</summary>
public class ScheduleListDescription
{
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    internal ScheduleListDescription(Proto.ScheduleListEntry rawEntry, DataConverter converter)
    {
        Id = rawEntry.ScheduleId;
        Memo = converter.ToEncodedValues(rawEntry.Memo);
        _searchAttributes = new(() => SearchAttributeCollection.FromProto(rawEntry.SearchAttributes ?? new()));
        Schedule = rawEntry.Info is { } info ? ScheduleListSchedule.FromProto(info) : null;
        Info = rawEntry.Info is { } times ? ScheduleListInfo.FromProto(times) : null;
    }

    /// <summary>Schedule id.</summary>
    public string Id { get; }

    /// <summary>The schedule in short; null from servers that do not tell.</summary>
    public ScheduleListSchedule? Schedule { get; }

    /// <summary>What it did and will do; null from servers that do not tell.</summary>
    public ScheduleListInfo? Info { get; }

    /// <summary>Memo.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo { get; }

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;
}
