using Temporalio.Api.Failure.V1;
using Temporalio.Exceptions;
using InfoCase = Temporalio.Api.Failure.V1.Failure.FailureInfoOneofCase;

namespace Temporalio.Converters;

/// <summary>Converts failure exceptions with all their fields; any other exception becomes a retryable application failure of its type's name.</summary>
public partial class DefaultFailureConverter : IFailureConverter
{
    /// <summary>The converter with default options.</summary>
    public DefaultFailureConverter()
        : this(new DefaultFailureConverterOptions())
    {
    }

    /// <summary>The converter with other options, for derived types.</summary>
    protected DefaultFailureConverter(DefaultFailureConverterOptions options) => Options = options;

    /// <summary>Options; not to be changed.</summary>
    public DefaultFailureConverterOptions Options { get; }

    /// <inheritdoc />
    public Failure ToFailure(Exception exception, IPayloadConverter payloadConverter)
    {
        var failure = FailureWriter.Write(exception, payloadConverter);
        if (Options.EncodeCommonAttributes)
        {
            EncodedAttributes.Hide(failure, payloadConverter);
        }

        return failure;
    }

    /// <inheritdoc />
    public Exception ToException(Failure failure, IPayloadConverter payloadConverter)
    {
        var inner = failure.Cause is { } cause ? ToException(cause, payloadConverter) : null;
        var plain = EncodedAttributes.Reveal(failure, payloadConverter);
        return plain.FailureInfoCase switch
        {
            InfoCase.ApplicationFailureInfo => new ApplicationFailureException(plain, inner, payloadConverter),
            InfoCase.TimeoutFailureInfo => new TimeoutFailureException(plain, inner, payloadConverter),
            InfoCase.CanceledFailureInfo => new CanceledFailureException(plain, inner, payloadConverter),
            InfoCase.TerminatedFailureInfo => new TerminatedFailureException(plain, inner),
            InfoCase.ServerFailureInfo => new ServerFailureException(plain, inner),
            InfoCase.ActivityFailureInfo => new ActivityFailureException(plain, inner),
            InfoCase.ChildWorkflowExecutionFailureInfo => new ChildWorkflowFailureException(plain, inner),
            InfoCase.NexusOperationExecutionFailureInfo => new NexusOperationFailureException(plain, inner),
            _ => new FailureException(plain, inner),
        };
    }

    /// <summary>The converter with <see cref="DefaultFailureConverterOptions.EncodeCommonAttributes" />.</summary>
    public class WithEncodedCommonAttributes : DefaultFailureConverter
    {
        /// <summary>Makes the converter.</summary>
        public WithEncodedCommonAttributes()
            : base(new DefaultFailureConverterOptions { EncodeCommonAttributes = true })
        {
        }
    }
}
