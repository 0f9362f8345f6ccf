using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Protocol.V1;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>The updates of a run that have no outcome, in order of admission. Guarded by the workflow's lock.</summary>
internal sealed class UpdateRegistry
{
    private readonly List<PendingUpdate> _updates = [];

    public bool IsEmpty => _updates.Count == 0;

    public int Count => _updates.Count;

    /// <summary>None that a worker still has to answer.</summary>
    public bool IsIdle => _updates.TrueForAll(update => update.IsAccepted);

    /// <summary>Some wait for the next workflow task.</summary>
    public bool HasUndelivered => _updates.Exists(update => !update.IsDelivered && !update.IsAccepted);

    public PendingUpdate? Find(string id) => _updates.Find(update => update.Id == id);

    public void Add(PendingUpdate update) => _updates.Add(update);

    public void Remove(PendingUpdate update) => _updates.Remove(update);

    /// <summary>The messages of the updates that the starting workflow task takes along.</summary>
    public List<Message> Deliver(long sequencingEventId)
    {
        var messages = new List<Message>();
        foreach (var update in _updates)
        {
            if (!update.IsAccepted && !update.IsDelivered && update.Request is not null)
            {
                update.IsDelivered = true;
                messages.Add(new Message
                {
                    Id = update.Id + "/request",
                    ProtocolInstanceId = update.Id,
                    EventId = sequencingEventId,
                    Body = Any.Pack(update.Request),
                });
            }
        }

        return messages;
    }

    /// <summary>The workflow task that carried them has failed: the next one takes them.</summary>
    public void TakeBack()
    {
        foreach (var update in _updates)
        {
            update.IsDelivered = false;
        }
    }

    /// <summary>Delivered, and not answered.</summary>
    public List<PendingUpdate> Ignored() => _updates.FindAll(update => update is { IsDelivered: true, IsAccepted: false });

    /// <summary>Empties the registry, because the run is closed.</summary>
    public List<PendingUpdate> TakeAll()
    {
        List<PendingUpdate> all = [.. _updates];
        _updates.Clear();
        return all;
    }
}
