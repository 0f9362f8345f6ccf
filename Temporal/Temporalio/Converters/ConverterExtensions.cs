using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Conversion and codec in one step.</summary>
public static class ConverterExtensions
{
    /// <summary>Converts and encodes values, for example the arguments of a call.</summary>
    public static async Task<IReadOnlyCollection<Payload>> ToPayloadsAsync(
        this DataConverter converter, IReadOnlyCollection<object?> values)
    {
        var payloads = values.Select(converter.PayloadConverter.ToPayload).ToArray();
        return converter.PayloadCodec == null ? payloads : await converter.PayloadCodec.EncodeAsync(payloads).ConfigureAwait(false);
    }

    /// <summary>Converts and encodes a value.</summary>
    public static async Task<Payload> ToPayloadAsync(this DataConverter converter, object? value)
    {
        var payload = converter.PayloadConverter.ToPayload(value);
        return converter.PayloadCodec == null ? payload : await converter.PayloadCodec.EncodeSingleAsync(payload).ConfigureAwait(false);
    }

    /// <summary>Decodes and converts a payload.</summary>
    public static Task<T> ToValueAsync<T>(this DataConverter converter, Payload payload) => converter.ToSingleValueAsync<T>([payload]);

    /// <summary>Decodes and converts a payload to a type that is known when it runs.</summary>
    public static Task<object?> ToValueAsync(this DataConverter converter, Payload payload, Type type) =>
        converter.ToSingleValueAsync([payload], type);

    /// <summary>Decodes and converts payloads that stand for one value.</summary>
    /// <exception cref="ArgumentException">They decode to none or to several.</exception>
    public static async Task<T> ToSingleValueAsync<T>(this DataConverter converter, IReadOnlyCollection<Payload> payloads) =>
        (T)(await converter.ToSingleValueAsync(payloads, typeof(T)).ConfigureAwait(false))!;

    /// <summary>Decodes and converts payloads that stand for one value to a type that is known when it runs.</summary>
    /// <exception cref="ArgumentException">They decode to none or to several.</exception>
    public static async Task<object?> ToSingleValueAsync(this DataConverter converter, IReadOnlyCollection<Payload> payloads, Type type)
    {
        if (converter.PayloadCodec != null)
        {
            payloads = await converter.PayloadCodec.DecodeAsync(payloads).ConfigureAwait(false);
        }

        return payloads.Count == 1
            ? converter.PayloadConverter.ToValue(payloads.First(), type)
            : throw new ArgumentException($"Expected 1 payload for {type}, found {payloads.Count}.");
    }

    /// <summary>Converts and encodes an exception.</summary>
    public static async Task<Failure> ToFailureAsync(this DataConverter converter, Exception exception)
    {
        var failure = converter.FailureConverter.ToFailure(exception, converter.PayloadConverter);
        if (converter.PayloadCodec != null)
        {
            await converter.PayloadCodec.EncodeFailureAsync(failure).ConfigureAwait(false);
        }

        return failure;
    }

    /// <summary>Decodes and converts a failure; with a codec it is decoded in place.</summary>
    public static async Task<Exception> ToExceptionAsync(this DataConverter converter, Failure failure)
    {
        if (converter.PayloadCodec != null)
        {
            await converter.PayloadCodec.DecodeFailureAsync(failure).ConfigureAwait(false);
        }

        return converter.FailureConverter.ToException(failure, converter.PayloadConverter);
    }

    /// <summary>Converts a payload.</summary>
    public static T ToValue<T>(this IPayloadConverter converter, Payload payload) => (T)converter.ToValue(payload, typeof(T))!;

    /// <summary>Converts a raw value.</summary>
    public static T ToValue<T>(this IPayloadConverter converter, IRawValue rawValue) => converter.ToValue<T>(rawValue.Payload);

    /// <summary>Converts a raw value.</summary>
    public static object? ToValue(this IPayloadConverter converter, IRawValue rawValue, Type type) =>
        converter.ToValue(rawValue.Payload, type);

    /// <summary>Converts a value, and keeps it as a raw value.</summary>
    public static RawValue ToRawValue(this IPayloadConverter converter, object? value) => new RawValue(converter.ToPayload(value));
}
