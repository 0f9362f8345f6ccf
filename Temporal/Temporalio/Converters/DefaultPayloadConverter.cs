using System.Text.Json;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>
/// Tries encodings in order: null, byte array, protobuf as JSON, protobuf as binary, JSON. Payloads are read by the encoding
/// that they name. For other encodings or JSON options derive from it.
/// </summary>
public class DefaultPayloadConverter : IPayloadConverter
{
    private readonly IReadOnlyDictionary<string, IEncodingConverter> _byEncoding;

    /// <summary>The default encodings.</summary>
    public DefaultPayloadConverter()
        : this(new JsonSerializerOptions())
    {
    }

    /// <summary>The default encodings with other JSON options.</summary>
    protected DefaultPayloadConverter(JsonSerializerOptions jsonSerializerOptions)
        : this(
            new BinaryNullConverter(),
            new BinaryPlainConverter(),
            new JsonProtoConverter(),
            new BinaryProtoConverter(),
            new JsonPlainConverter(jsonSerializerOptions))
    {
    }

    /// <summary>Own encodings, tried in this order.</summary>
    protected DefaultPayloadConverter(params IEncodingConverter[] encodingConverters)
        : this((IEnumerable<IEncodingConverter>)encodingConverters)
    {
    }

    /// <summary>Own encodings, tried in this order.</summary>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    protected DefaultPayloadConverter(IEnumerable<IEncodingConverter> encodingConverters)
    {
        EncodingConverters = encodingConverters.ToArray();
        _byEncoding = EncodingConverters.ToDictionary(converter => converter.Encoding);
    }

    /// <summary>The encodings in the order in which they are tried.</summary>
    public IReadOnlyCollection<IEncodingConverter> EncodingConverters { get; }

    /// <inheritdoc />
    public Payload ToPayload(object? value)
    {
        if (value is IRawValue raw)
        {
            return raw.Payload;
        }

        foreach (var converter in EncodingConverters)
        {
            if (converter.TryToPayload(value, out var payload))
            {
                return payload;
            }
        }

        throw new ArgumentException($"No encoding takes a value of type {value?.GetType().ToString() ?? "null"}.");
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type)
    {
        if (type == typeof(IRawValue) || type == typeof(RawValue))
        {
            return new RawValue(payload);
        }

        if (!payload.Metadata.TryGetValue("encoding", out var name))
        {
            throw new ArgumentException($"The payload for {type} names no encoding in its metadata.");
        }

        return _byEncoding.TryGetValue(name.ToStringUtf8(), out var converter)
            ? converter.ToValue(payload, type)
            : throw new ArgumentException(
                $"The payload for {type} has the unknown encoding '{name.ToStringUtf8()}'; known are {string.Join(", ", _byEncoding.Keys)}.");
    }
}
