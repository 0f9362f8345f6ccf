using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Codecs;

/// <summary>Applies a codec to the application's payloads of any message, in place: all but search attributes and the engine's own markers.</summary>
internal sealed class PayloadVisitor(Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> change)
{
    /// <summary>Visits a message and all in it.</summary>
    public async Task VisitAsync(IMessage message)
    {
        switch (message)
        {
            case SearchAttributes:
                return;
            case Payloads payloads:
                var changed = (await change([.. payloads.Payloads_]).ConfigureAwait(false)).ToList();
                payloads.Payloads_.Clear();
                payloads.Payloads_.Add(changed);
                return;
            case MarkerRecordedEventAttributes marker when IsOwn(marker.MarkerName):
                await VisitMarkerAsync(marker.Details, marker.Failure).ConfigureAwait(false);
                return;
            case RecordMarkerCommandAttributes marker when IsOwn(marker.MarkerName):
                await VisitMarkerAsync(marker.Details, marker.Failure).ConfigureAwait(false);
                return;
            case Any any:
                await VisitAnyAsync(any).ConfigureAwait(false);
                return;
        }

        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.FieldType == FieldType.Message)
            {
                await VisitFieldAsync(message, field).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOwn(string markerName) => markerName is PatchMarker.Name or LocalActivityMarker.Name;

    private async Task VisitFieldAsync(IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        switch (value)
        {
            case null:
                break;
            case Payload payload:
                field.Accessor.SetValue(message, (await change([payload]).ConfigureAwait(false)).Single());
                break;
            case IDictionary map:
                foreach (var key in map.Keys.Cast<object>().ToList())
                {
                    if (map[key] is Payload entry)
                    {
                        map[key] = (await change([entry]).ConfigureAwait(false)).Single();
                    }
                    else if (map[key] is IMessage inner)
                    {
                        await VisitAsync(inner).ConfigureAwait(false);
                    }
                }

                break;
            case IList list:
                foreach (var item in list.OfType<IMessage>().ToList())
                {
                    await VisitAsync(item).ConfigureAwait(false);
                }

                break;
            case IMessage inner:
                await VisitAsync(inner).ConfigureAwait(false);
                break;
        }
    }

    private async Task VisitMarkerAsync(IDictionary<string, Payloads> details, Api.Failure.V1.Failure? failure)
    {
        if (details.TryGetValue(LocalActivityMarker.ResultKey, out var result))
        {
            await VisitAsync(result).ConfigureAwait(false);
        }

        if (failure is not null)
        {
            await VisitAsync(failure).ConfigureAwait(false);
        }
    }

    private async Task VisitAnyAsync(Any any)
    {
        IMessage? body =
            any.TryUnpack<Request>(out var request) ? request
            : any.TryUnpack<Acceptance>(out var acceptance) ? acceptance
            : any.TryUnpack<Rejection>(out var rejection) ? rejection
            : any.TryUnpack<Response>(out var response) ? response
            : null;
        if (body is not null)
        {
            await VisitAsync(body).ConfigureAwait(false);
            any.Value = body.ToByteString();
        }
    }
}
