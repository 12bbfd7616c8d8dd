package io.synctracker.target;

/**
 * Stands around every call of a target, for traces and meters. Implementations must call {@link Call#proceed()} exactly
 * once and return what it returns. Called by several threads at once.
 */
public interface DeliveryInterceptor {

    /**
     * Runs one call.
     *
     * @param delivery what is being delivered; of a batch, its first
     * @param traceParent the W3C trace context of the transaction that made the change, empty if there was none
     * @param call the call itself
     * @return what the call returned
     * @throws Exception what the call threw
     */
    <R> R around(Delivery delivery, String traceParent, Call<R> call) throws Exception;

    /**
     * The call of a target.
     *
     * @param <R> what it returns
     */
    interface Call<R> {
        /**
         * Calls the target.
         *
         * @return its answer
         * @throws Exception whatever the target threw
         */
        R proceed() throws Exception;
    }
}
