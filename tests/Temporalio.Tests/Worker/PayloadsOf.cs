using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;

namespace Temporalio.Tests.Worker;

/// <summary>Finds every payload in a message, and says where it is. Unlike the worker's own visitor it leaves nothing out.</summary>
internal static class PayloadsOf
{
    public static IEnumerable<(string Path, Payload Payload)> Message(IMessage message, string path) =>
        message.Descriptor.Fields.InFieldNumberOrder().Where(f => f.FieldType == FieldType.Message)
            .SelectMany(f => Value(f.Accessor.GetValue(message), $"{path}.{f.JsonName}"));

    private static IEnumerable<(string Path, Payload Payload)> Value(object? value, string path) => value switch
    {
        Payload payload => [(path, payload)],
        IMessage message => Message(message, path),
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => Value(map[key], $"{path}[{key}]")),
        IEnumerable list and not string => list.Cast<object>().SelectMany(item => Value(item, path)),
        _ => [],
    };
}
