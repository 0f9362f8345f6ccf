using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client.Schedules;

/// <summary>A schedule as a description shows it.</summary>
public class ScheduleDescription
{
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    private ScheduleDescription(string id, Schedule schedule, DescribeScheduleResponse rawDescription, DataConverter converter)
    {
        Id = id;
        Schedule = schedule;
        RawDescription = rawDescription;
        Info = ScheduleInfo.FromProto(rawDescription.Info);
        Memo = converter.ToEncodedValues(rawDescription.Memo);
        _searchAttributes = new(() => SearchAttributeCollection.FromProto(rawDescription.SearchAttributes ?? new()));
    }

    /// <summary>Schedule id.</summary>
    public string Id { get; }

    /// <summary>The schedule; values in it are encoded.</summary>
    public Schedule Schedule { get; }

    /// <summary>What it did and will do.</summary>
    public ScheduleInfo Info { get; }

    /// <summary>Memo.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo { get; }

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;

    internal DescribeScheduleResponse RawDescription { get; }

    internal static async Task<ScheduleDescription> FromProtoAsync(string id, DescribeScheduleResponse raw, DataConverter converter) =>
        new(id, await Schedule.FromProtoAsync(raw.Schedule, converter).ConfigureAwait(false), raw, converter);
}
