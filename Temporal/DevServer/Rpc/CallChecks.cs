using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using TemporalVideo.DevServer.Cluster;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What every call is checked for before its handler sees it: the client's version, its times and the namespace.</summary>
internal sealed class CallChecks(NamespaceRegistry namespaces)
{
    // These name a namespace that need not exist, or look it up by id as well.
    private static readonly HashSet<string> OwnNamespaceCheck =
        ["RegisterNamespace", "DescribeNamespace", "UpdateNamespace", "DeprecateNamespace", "DeleteNamespace"];

    private static readonly ConcurrentDictionary<MessageDescriptor, Fields> FieldsOf = new();

    /// <exception cref="GrpcException">The call is refused.</exception>
    public void Check(IMessage request, GrpcServerCall call)
    {
        ClientVersionCheck.Check(call.Headers);
        if (TimeFields.FindInvalid(request) is { } field)
        {
            throw ServiceErrors.InvalidArgument($"An invalid {field} is set on request.");
        }

        var fields = FieldsOf.GetOrAdd(request.Descriptor, Fields.Find);
        if (fields.Namespace is null || OwnNamespaceCheck.Contains(call.Method))
        {
            return;
        }

        var name = (string)fields.Namespace.Accessor.GetValue(request);
        if (name.Length > 0 || !fields.MayBeEmpty)
        {
            var record = namespaces.Require(name);
            if (fields.TaskToken?.Accessor.GetValue(request) is ByteString token && Tokens.Read(token).NamespaceId != record.Id)
            {
                throw ServiceErrors.InvalidArgument("Operation requested with a token from a different namespace.");
            }
        }
    }

    /// <param name="Namespace">The field that names the namespace, if there is one.</param>
    /// <param name="MayBeEmpty">A task token says which namespace, and operators may speak of the cluster.</param>
    /// <param name="TaskToken">The field that holds a task token, if there is one.</param>
    private sealed record Fields(FieldDescriptor? Namespace, bool MayBeEmpty, FieldDescriptor? TaskToken)
    {
        public static Fields Find(MessageDescriptor message)
        {
            var field = message.FindFieldByName("namespace");
            var token = message.FindFieldByName("task_token");
            return new Fields(
                field is { FieldType: FieldType.String, IsRepeated: false } ? field : null,
                token is not null || message.File.Package.StartsWith("temporal.api.operatorservice", StringComparison.Ordinal),
                token);
        }
    }
}
